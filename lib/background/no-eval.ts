import * as z from 'zod/mini';

// An extension's pages may not compile code at run time. Unless zod is told so before the first schema is made, it
// tries, and the browser reports the attempt: so this file is imported before all others.
z.config({ jitless: true });
