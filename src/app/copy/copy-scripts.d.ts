import type { Language } from '../../core/languages.ts'
import type { CopyPart } from './parts.ts'
import type { Resources } from './resources.ts'

type Fetch = () => Promise<{ readonly default: Partial<Resources> }>

/** How each part of each language's copy is fetched. Made by src/commands/copy-scripts.ts; there is no such file. */
export declare const copyFiles: Readonly<Record<Language, Readonly<Record<CopyPart, Fetch>>>>
