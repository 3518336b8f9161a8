/** What a line of the palette does when it is chosen; `id`: an action whose name may be kept. */
import type { CommandAround } from '../../commands/command.ts';

export type Pick = (run: (around: CommandAround) => void, id?: string) => void;
