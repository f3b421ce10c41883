import * as z from 'zod/mini';
import type { Problem } from '../../lib/draft/problem.ts';
import { type DraftForm, formPath } from './draft-form.ts';

/**
 * The form's schema for react-hook-form: what the checks of a draft say, each at the field that it speaks of, so that
 * there is one truth about what may be sent. The message is the problem's id; the fields say the sentence themselves.
 */
export const formSchema = (inTheWay: (form: DraftForm) => readonly Problem[]) =>
  z.custom<DraftForm>().check((context) => {
    const form = context.value;
    for (const { id, field, entry } of inTheWay(form)) {
      const path = formPath(form, field, entry)?.split('.') ?? ['root'];
      context.issues.push({ code: 'custom', input: form, path, message: id });
    }
  });
