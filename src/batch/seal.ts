import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

const GLOBALS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']

/**
 * Takes network and child processes away from this process. A page's script is never run; this is for the library
 * that one day follows a link by itself. Where Node has a permission model, the parent sets it as well.
 */
export function sealOff(): void {
  for (const name of GLOBALS) Reflect.deleteProperty(globalThis, name)
  close(net, ['connect', 'createConnection', 'createServer'])
  close(net.Socket.prototype, ['connect'])
  close(net.Server.prototype, ['listen'])
  close(tls, ['connect', 'createServer'])
  close(dgram, ['createSocket'])
  close(http, ['request', 'get', 'createServer'])
  close(https, ['request', 'get', 'createServer'])
  close(http2, ['connect', 'createServer', 'createSecureServer'])
  close(
    dns,
    Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
  )
  close(
    dns.promises,
    Object.keys(dns.promises).filter((name) => /^(?:lookup|resolve|reverse)/.test(name)),
  )
  close(childProcess, ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'])
  syncBuiltinESMExports()
}

function close(owner: object, names: readonly string[]): void {
  for (const name of names) {
    const value = (): never => {
      throw new Error(`${name} is not there in a page's process`)
    }
    Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  }
}
