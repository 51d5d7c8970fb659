// The differences between the generated TypeScript and what ts-rs makes of the same Rust types that are intended, by
// class. Everything else that differs is a mistake, and so is an entry that nothing needs any longer.
//
// `rewrite` turns the type of ts-rs into ours; without `types` it may do so for any type that differs otherwise.

/** @type {import("../../../codegen/tests/typescript/agreement/compare.js").Difference[]} */
export default [
  {
    name: "EmptyObject",
    reason:
      "ts-rs writes an object without members as `Record<symbol, never>`, which every object fits. Ours fits the " +
      "empty object alone: a member that is there by mistake does not compile.",
    rewrite: "type EmptyObject<T> = $Same<T, Record<symbol, never>> extends true ? Record<string, never> : T;",
  },
  {
    name: "FlattenedMap",
    reason:
      "A map whose members stand among those of the object around it is an intersection in ts-rs, in which a named " +
      "member would have to fit the map as well. Ours is one object, whose further members may be absent and cannot " +
      "be told from the named ones by their key.",
    rewrite: `
      type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
      type FlattenedMap<T> = {
        [K in keyof T]: string extends K
          ? T[K] | undefined | ($types.JsonValue extends T[K] ? never : Named<T>[keyof Named<T>])
          : T[K];
      };
    `,
    types: ["AnalyticsConfig", "AppToolsConfig", "AppsConfig", "Config", "ProfileV2"],
  },
  {
    name: "AbsentMember",
    reason: "A member of free-form JSON may be absent, which reads as undefined; ts-rs says that any member is there.",
    rewrite: `
      type AbsentMember<T> = T extends readonly unknown[] ? T
        : T extends { [key: string]: infer V } ? { [key: string]: V | undefined } : T;
    `,
    types: ["JsonValue"],
  },
];
