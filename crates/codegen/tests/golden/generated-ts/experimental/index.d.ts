// Types of Library, generated from its Rust declaration. Do not edit.

export type * from "./methods.js";
export type * from "./types.js";
