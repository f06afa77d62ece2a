/** Metadata key under which the template names a function's source file, relative to the project's root. */
export const entryMetadata = 'kuultu:entry';
