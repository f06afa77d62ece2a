import { vi } from 'vitest';

/*
 * Runs before each file of tests that shares a process with others: packages stay loaded, and everything else begins anew,
 * our own modules with whatever they keep, the environment, globals and the clock.
 */
vi.resetModules();
vi.restoreAllMocks();
vi.unstubAllEnvs();
vi.unstubAllGlobals();
vi.useRealTimers();
