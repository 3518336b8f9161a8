/** Shows a file in the program that the system has for it. */
import { JarvisError } from '../domain/errors.ts';

/** Throws `host.no-browser` where nothing can be shown. */
export async function openFile(path: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const hasDisplay =
    process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME);
  if (!hasDisplay) throw new JarvisError('host.no-browser');
  const { default: open } = await import('open');
  try {
    const starter = await open(path);
    starter.once('error', () => starter.removeAllListeners());
  } catch (error) {
    throw new JarvisError('host.no-browser', {}, error);
  }
}
