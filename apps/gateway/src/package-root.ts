import { join } from 'node:path'

/**
 * The folder of this package. This file lies one folder below it both as source (`src/`) and in the built
 * bundle (`dist/`), so files that are read at run time (migrations, seed) are found from either.
 */
export const packageRoot = join(import.meta.dirname, '..')

/** The folder of the repository. */
export const repositoryRoot = join(packageRoot, '..', '..')
