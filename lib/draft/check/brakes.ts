import { brakesOf } from '../brakes.ts';
import type { DraftCheck } from './check.ts';

/** Not too many at once, and none right after one was closed. An open one for the same benchmark is added to instead. */
export const brakes: DraftCheck = {
  name: 'brakes',
  check: ({ draft, now, account, opened, ground }) =>
    account === undefined || opened === undefined
      ? []
      : brakesOf(draft, { now, account, opened, ground }).map(({ kind, message, pullRequest }) => ({
          field: 'draft',
          level: 'error',
          message,
          ...(pullRequest === undefined ? {} : { links: [{ kind: 'pull-request', number: pullRequest }] }),
          ...(kind === 'benchmark' && pullRequest !== undefined
            ? {
                offer: {
                  field: 'updates',
                  text: String(pullRequest),
                  message: { key: 'offerAddTo', args: [`#${pullRequest}`] },
                },
              }
            : {}),
        })),
};
