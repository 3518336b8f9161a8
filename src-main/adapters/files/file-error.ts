/** Turns what the file system says when something cannot be written into Jarvis's own errors. */
import { asJarvisError, JarvisError } from '../../domain/errors.ts';

const full = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const refused = new Set([
  ...['EROFS', 'EACCES', 'EPERM', 'ENOTDIR', 'EISDIR', 'ENOENT', 'EEXIST', 'ELOOP'],
  ...['ENAMETOOLONG', 'EINVAL'],
]);

/** `folder`: shown to the user. */
export function fileError(error: unknown, folder: string): JarvisError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (full.has(code)) return new JarvisError('store.disk-full', {}, error);
  if (refused.has(code)) return new JarvisError('store.read-only', { path: folder }, error);
  return asJarvisError(error);
}
