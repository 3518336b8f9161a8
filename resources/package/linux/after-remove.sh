#!/bin/sh
# Run by the package manager once the files are gone. What people said and kept lies in their own folders, and stays.
set -e
root="${DPKG_ROOT:-}"

# An update removes the old package too, under other names for that.
case "${1:-}" in
  upgrade | 1) exit 0 ;;
esac

if [ -L "$root/usr/bin/${executable}" ]; then
  rm -f "$root/usr/bin/${executable}"
fi

profile="$root/etc/apparmor.d/${executable}"
if [ -f "$profile" ]; then
  if [ -z "$root" ] && command -v apparmor_parser >/dev/null; then
    apparmor_parser --remove "$profile" || true
  fi
  rm -f "$profile"
fi

if command -v update-mime-database >/dev/null && [ -d "$root/usr/share/mime" ]; then
  update-mime-database "$root/usr/share/mime" || true
fi
if command -v update-desktop-database >/dev/null && [ -d "$root/usr/share/applications" ]; then
  update-desktop-database "$root/usr/share/applications" || true
fi
