#!/usr/bin/env bash
# Installs the real packages, and dechaff as it would be published, into a temporary folder, checks the types of the
# adapters there and runs all of them against a server on this machine.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
package=$(cd "$here/../.." && npm pack --silent --ignore-scripts --pack-destination "$folder")
cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --silent --no-audit --no-fund "./$package" @crawlee/cheerio @langchain/core @llamaindex/core express hono \
  @hono/node-server @types/express @types/node tsx typescript
cp "$here"/*.ts .
npx tsc --noEmit --strict --skipLibCheck --module nodenext --target es2023 --types node --allowImportingTsExtensions ./*.ts
npx tsx try.ts
