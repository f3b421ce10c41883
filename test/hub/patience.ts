import { vi } from 'vitest';

// Every start of the local Hub runs some dozens of git processes: a moment on an idle machine, seconds on a busy one.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
