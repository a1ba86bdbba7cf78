// Types of chromium.mjs, for the Playwright configuration.
/** Path of a Chromium of the machine, if any. */
export function findChromium(): string | undefined;
