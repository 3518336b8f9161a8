/** Opens the default browser at an address, or says plainly that it could not. */
import { JarvisError } from '../domain/errors.ts';

/** How long a browser's starter may take to fail; what has not failed by then is taken as opened. */
const failsWithinMs = 1500;

/** Resolves once the browser was asked to open `url`; throws `host.no-browser`. */
export async function openBrowser(url: string, env: NodeJS.ProcessEnv = process.env): Promise<void> {
  const hasDisplay =
    process.platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY || env.WSL_DISTRO_NAME);
  if (!hasDisplay) throw new JarvisError('host.no-browser');
  const { default: open } = await import('open');
  const starter = await open(url).catch((error: unknown) => {
    throw new JarvisError('host.no-browser', {}, error);
  });
  await new Promise<void>((resolve, reject) => {
    const opened = setTimeout(resolve, failsWithinMs);
    const failed = (cause: unknown): void => {
      clearTimeout(opened);
      reject(new JarvisError('host.no-browser', {}, cause));
    };
    starter.once('error', failed);
    starter.once('exit', status => (status === 0 ? resolve() : failed(`exit ${status}`)));
  });
}
