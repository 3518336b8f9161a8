/** The system and processor that a package is for, as npm packages name them. */

/** @typedef {{ os: 'linux' | 'darwin' | 'win32', arch: 'x64' | 'arm64' }} Platform */

/** @returns {Platform} of this machine. */
export const thisPlatform = () => ({ os: process.platform, arch: process.arch });

const allows = (list, value) =>
  list === undefined || list.length === 0 || list.includes(value) || list.every(one => one.startsWith('!'))
    ? !list?.includes(`!${value}`)
    : false;

/** Whether a package's own `os`, `cpu` and `libc` let it stand on this platform: glibc, as Electron's binaries want it. */
export const fits = ({ os, cpu, libc }, platform) =>
  allows(os, platform.os) &&
  allows(cpu, platform.arch) &&
  (platform.os !== 'linux' || libc === undefined || [libc].flat().includes('glibc'));
