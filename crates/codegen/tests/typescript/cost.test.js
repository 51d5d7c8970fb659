// Holds what the types cost the compiler below a limit.
import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { compilers, versionOf } from "./support/compile.js";
import { cost } from "./support/cost.js";

/** How many instantiations of types the whole program may need, with those of the standard library. */
const LIMIT = 4000;

describe("the types are cheap", () => {
  for (const compiler of compilers) {
    test(`TypeScript ${versionOf(compiler)} checks a program that calls every method once`, async (t) => {
      for (const skipLibCheck of [true, false]) {
        const { methods, instantiations, checkSeconds, totalSeconds } = await cost(compiler, skipLibCheck);
        t.diagnostic(
          `${methods} methods, skipLibCheck ${skipLibCheck}: ${instantiations} instantiations, ` +
            `check ${checkSeconds} s, total ${totalSeconds} s`,
        );
        assert.ok(instantiations > methods && instantiations < LIMIT, `${instantiations} instantiations`);
      }
    });
  }
});
