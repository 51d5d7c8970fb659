// What must not compile.
import { createClient } from "app-server-protocol";
import { methods, serverNotifications } from "app-server-protocol/meta";
import { memoryTransportPair } from "app-server-protocol/transports/memory";
import { createValidation } from "app-server-protocol/validate";
import { turnInterruptParams } from "app-server-protocol/validate/schemas";

// @ts-expect-error no such mode
createValidation({ mode: "lax" });
// @ts-expect-error a schema is no validation
createClient(memoryTransportPair()[0], { validate: turnInterruptParams });
// @ts-expect-error no such method
export const info = methods["thread/stat"];
// @ts-expect-error only the whole surface has it
export const experimental = methods["thread/goal/set"];
// @ts-expect-error the lists are read-only
serverNotifications.push("turn/started");
const result = turnInterruptParams["~standard"].validate({});
// @ts-expect-error what failed has no value
export const turn: string = result.value.turnId;
