#!/bin/sh
# Makes the secrets of compose.yaml: passwords of the queue and the store, and the token of a first client, which it prints once.
#   sh deploy/secrets.sh [FOLDER]
set -eu
folder=${1:-$(dirname "$0")/secrets}
if [ -e "$folder" ]; then
  echo "$folder is there already: move it away, or keep it" >&2
  exit 1
fi
secret() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
# Containers read them as users of their own, so that the files are open, and the folder is closed to others.
umask 022
mkdir -p "$folder"
chmod 700 "$folder"
queue=$(secret)
store=$(secret)
token=$(secret)
printf 'redis://:%s@queue:6379\n' "$queue" >"$folder/queue_address"
printf 'requirepass %s\nappendonly yes\nappendfsync everysec\nmaxmemory 768mb\nmaxmemory-policy noeviction\ndir /data\n' "$queue" >"$folder/queue_settings"
printf '[default]\naws_access_key_id = briefwright\naws_secret_access_key = %s\n' "$store" >"$folder/store_credentials"
printf '{"identities":[{"name":"briefwright","credentials":[{"accessKey":"briefwright","secretKey":"%s"}],"actions":["Read","Write","List"]}]}\n' "$store" >"$folder/store_settings"
printf 'clients:\n  first:\n    sha256: %s\n' "$(printf %s "$token" | sha256sum | cut -d ' ' -f 1)" >"$folder/tokens"
echo "$token"
