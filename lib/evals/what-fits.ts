import type * as z from 'zod/mini';

/**
 * What a schema would have taken, in signs that every language reads: `number`, `auto | edge`, `≤ 0.5`. The words that
 * zod has for it are left out of the background: they are 1.3 kB, English, and most of them never said.
 */
export function whatFits(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return issue.values.map(String).join(' | ');
    case 'too_small':
      return `${issue.inclusive === false ? '>' : '≥'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === false ? '<' : '≤'} ${issue.maximum}`;
    case 'invalid_format':
      return issue.pattern ?? issue.format;
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap(([first]) => (first ? whatFits(first) : [])))].join(' | ');
    default:
      return issue.code;
  }
}

/** Where the first thing is that does not fit, and what would, for whoever reads logs: `author.name: expected string`. */
export function firstMisfit(error: z.core.$ZodError): string {
  const [issue] = error.issues;
  return issue ? `${issue.path.join('.') || 'the whole'}: expected ${whatFits(issue)}` : 'unreadable';
}
