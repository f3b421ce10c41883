/**
 * Numbers that YAML 1.1, YAML 1.2 and JSON read as the same number: no exponent without a point, no octal, no
 * sexagesimal, no underscore. Digits before the point stay below 2^53.
 */
const NUMBER = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,40})?$/;

/** Whether a value can stand in a results file exactly as it is written here. */
export const isYamlNumber = (text: string): boolean => NUMBER.test(text) && !/^-0(?:\.0*)?$/.test(text);
