export const THREADS: readonly string[];
export function builtProgram(): Promise<string | null>;
export function buildProgramOnce(folder: string): Promise<void>;
