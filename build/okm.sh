#!/bin/sh
# The command line of the installed program: `okm search 停车`. Link it into a folder of your PATH.
here=$(dirname "$(readlink -f "$0" 2>/dev/null || echo "$0")")
case $(uname) in
  Darwin) exec "$here/../../MacOS/One Kilometre" okm "$@" ;;
  *) exec "$here/../../onekilometre" okm "$@" ;;
esac
