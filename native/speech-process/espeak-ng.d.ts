/** The part of the espeak-ng WebAssembly package that is used here; it brings no types of its own. */
declare module 'espeak-ng' {
  export interface EspeakProgram {
    readonly FS: {
      writeFile(path: string, text: string): void;
      readFile(path: string): Uint8Array;
    };
  }
  export interface RunOptions {
    readonly arguments: readonly string[];
    readonly preRun: readonly ((program: EspeakProgram) => void)[];
    readonly instantiateWasm?: (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance) => void,
    ) => Record<string, never>;
    readonly print: (line: string) => void;
    readonly printErr: (line: string) => void;
  }
  export default function run(options: RunOptions): Promise<EspeakProgram>;
}
