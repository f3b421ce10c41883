/**
 * Stands in for `entities/decode` in the build (see `wxt.config.ts`): htmlparser2 makes a decoder even when it is told to
 * leave references alone, as it always is here, and that brings 19 kB of tables and code that never run.
 */
export const DecodingMode = {};
export const htmlDecodeTree = undefined;
export const xmlDecodeTree = undefined;
export class EntityDecoder {}
