#!/bin/sh
# Run by the package manager once the files lie in their places; $DPKG_ROOT names another root than the system's own.
set -e
root="${DPKG_ROOT:-}"

mkdir -p "$root/usr/bin"
ln -sf '/opt/${sanitizedProductName}/${executable}' "$root/usr/bin/${executable}"

# The sandbox of the pages needs user namespaces, or a helper with the rights to make them.
if [ -L /proc/self/ns/user ] && unshare --user true 2>/dev/null; then
  chmod 0755 "$root/opt/${sanitizedProductName}/chrome-sandbox"
else
  chmod 4755 "$root/opt/${sanitizedProductName}/chrome-sandbox"
fi

# Caches of the desktop: without them the program is there all the same.
if command -v update-mime-database >/dev/null; then
  update-mime-database "$root/usr/share/mime" || true
fi
if command -v update-desktop-database >/dev/null; then
  update-desktop-database "$root/usr/share/applications" || true
fi

# Where AppArmor forbids user namespaces, a profile allows them to this program alone.
if [ -z "$root" ] && command -v apparmor_parser >/dev/null; then
  profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
  if apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
    cp -f "$profile" '/etc/apparmor.d/${executable}'
    apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
  fi
fi
