import { group, inText, type Pattern, words } from './pattern.ts';

/** How the number was made: runs, metric, number of items, subset. */
export const countingPatterns: readonly Pattern[] = [
  { kind: 'runs', find: words('maj(?:ority)?1?@1'), value: 'avg@1', fields: inText },
  { kind: 'runs', find: words('(?:avg|average|mean)\\s?@\\s?(\\d+)'), value: (m) => `avg@${m[1]}`, fields: inText },
  { kind: 'runs', find: words('pass\\s?@\\s?(\\d+)'), value: (m) => `pass@${m[1]}`, fields: inText },
  { kind: 'runs', find: words('pass\\s?\\^\\s?(\\d+)'), value: (m) => `pass^${m[1]}`, fields: inText },
  {
    kind: 'runs',
    find: words('(?:cons(?:ensus)?|maj(?:ority)?)\\s?@\\s?(\\d+)'),
    value: (m) => `cons@${m[1]}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words('(?:sc|self[- ]consistency)(?:\\s?@\\s?(\\d+))?'),
    value: (m) => `cons@${m[1] ?? 'k'}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words('majority[- ]vot(?:e|ing)(?: (?:of|over|with|@) ?(\\d+))?'),
    value: (m) => `cons@${m[1] ?? 'k'}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words('(?:best[- ]of[- ]|best ?@ ?|bo)(\\d+|n)'),
    value: (m) => `best@${m[1]?.toLowerCase()}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words(
      '(?:avg|average[d]?|mean)\\.? (?:of|over|across) (\\d+) (?:independent )?(?:runs?|trials?|samples?|seeds?|epochs?|times|attempts?|generations?)|(?<=[(,;] ?)(?:avg|average|mean)\\.? (?:of|over) (\\d+)(?= ?[),;])|(\\d+) (?:samples?|generations?|runs?) (?:per|each|a) (?:question|problem|item|task)|epochs\\s*[:=]\\s*(\\d+)',
    ),
    value: (m) => `avg@${m[1] ?? m[2] ?? m[3] ?? m[4]}`,
    fields: inText,
  },
  {
    kind: 'runs',
    find: words('(\\d+) (?:independent )?(?:runs|trials|seeds|epochs|repeats)'),
    value: (m) => `avg@${m[1]}`,
    fields: inText,
  },
  { kind: 'runs', find: words('(?:single|one) (?:run|trial|attempt)'), value: 'avg@1', fields: inText },
  { kind: 'metric', find: words('elo(?: score| rating)?'), value: 'elo', fields: inText },
  { kind: 'metric', find: words('macro(?:[- _]?(?:avg|average[d]?|f1))?'), value: 'macro', fields: inText },
  { kind: 'metric', find: words('micro(?:[- _]?(?:avg|average[d]?|f1))?'), value: 'micro', fields: inText },
  { kind: 'metric', find: words('f1(?:[- ]score)?'), value: 'f1', fields: inText },
  { kind: 'metric', find: words('(?:em|exact[- ]match)'), value: 'em', fields: inText },
  { kind: 'items', find: words('n ?= ?(\\d+)'), value: group(1), fields: inText },
  {
    kind: 'subset',
    find: words('(?:random )?subset of (\\d+)(?: (?:questions|items|problems|tasks|samples))?'),
    value: (m) => `of ${m[1]}`,
  },
  {
    kind: 'subset',
    find: words('(\\d+)[- ](?:question|item|problem|task|sample|instance)s? subset'),
    value: (m) => `of ${m[1]}`,
  },
  {
    kind: 'subset',
    find: words('(public|private|held[- ]out|commercial|dev|validation)[- ](?:sub)?(?:set|split)'),
    value: group(1),
  },
  { kind: 'subset', find: words('verified[- ]mini|mini (?:sub)?set'), value: 'mini' },
  { kind: 'subset', find: words('subset (?:is )?not (?:named|stated|given)|unnamed subset'), value: 'unnamed' },
  {
    kind: 'items',
    find: words('(?:over|on)? ?(?:the |all )?(\\d{2,6}) (?:questions|problems|items|tasks)'),
    value: group(1),
    fields: inText,
  },
];
