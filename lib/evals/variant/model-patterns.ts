import { group, inText, type Pattern, remark, words } from './pattern.ts';

/** Which model, in which precision. */
export const modelPatterns: readonly Pattern[] = [
  {
    kind: 'model',
    find: words(
      "(?:the )?parent(?: model)?(?: [\\w.-]+)?(?:'s)?(?: score)?|inherited(?: from [\\w./-]+)?|copied from (?:the )?(?:base|parent)(?: model)?",
    ),
    value: 'parent',
  },
  {
    kind: 'model',
    find: words('column ["“\']?([a-z0-9][\\w.-]*(?: [a-z0-9][\\w.-]*){0,4})["”\']?'),
    value: (m) => `named:${m[1]?.toLowerCase()}`,
    fields: inText,
  },
  {
    kind: 'model',
    find: words(
      '(?:pre[- ]?trained|base|foundation)[- ](?:model|table|checkpoint|weights|repository|repo|version)(?: table)?(?: [\\w.-]+\\/[\\w.-]+)?',
    ),
    value: 'base',
    fields: inText,
  },
  {
    kind: 'model',
    find: words(
      '(?:instruct(?:ion[- ]tuned)?|chat|post[- ]?trained|fine[- ]?tuned)[- ](?:model|table|checkpoint|weights|repository|repo|version)(?: [\\w.-]+\\/[\\w.-]+)?',
    ),
    value: 'instruct',
    fields: inText,
  },
  { kind: 'model', find: remark('(?:pre[- ]?trained )?base'), value: 'base' },
  { kind: 'model', find: remark('instruct|chat'), value: 'instruct' },
  {
    kind: 'quantization',
    find: words(
      '(fp8|fp4|nvfp4|mxfp4|mxfp8|int8|int4|awq|gptq|gguf|w8a8|w4a16|q\\d(?:_[0k](?:_[sml])?)?|bf16|fp16|fp32)(?: repository| repo| checkpoint| weights)?',
    ),
    value: group(1),
  },
  { kind: 'quantization', find: words('(\\d)[- ]?bits?'), value: (m) => `int${m[1]}` },
];
