// The examples of a README, as programs of their own.

/**
 * The examples of a text, each with the line that it begins in. One that speaks of a client that the text has made
 * before gets it declared.
 */
export function examples(text, name) {
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => {
    const [, code] = match;
    const client = `declare const client: import(${JSON.stringify(name)}).Client;\n`;
    return {
      line: text.slice(0, match.index).split("\n").length + 1,
      code: `${/\bconst client\b/.test(code) ? "" : client}${code}export {};\n`,
    };
  });
}
