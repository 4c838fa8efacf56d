import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { WebPreferences } from 'electron';
import { launchArguments } from './support/launch.ts';
import { outsideSockets, withDescendants } from './support/sockets.ts';
import { test as alone, expect, testShared as test } from './support/test.ts';

// Each safeguard of Electron, asked of the running application.

test.describe('the window', () => {
  test('is a sandboxed page without Node, with a world of its own', async ({ kith }) => {
    const preferences = await kith.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        // Not in Electron's types, but what its own tests ask.
        .map((contents) =>
          (contents as unknown as { getLastWebPreferences(): WebPreferences }).getLastWebPreferences(),
        ),
    );
    expect(preferences).toHaveLength(1);
    for (const one of preferences) {
      expect(one).toMatchObject({ sandbox: true, contextIsolation: true, webSecurity: true });
      for (const off of [
        'nodeIntegration',
        'nodeIntegrationInWorker',
        'nodeIntegrationInSubFrames',
        'webviewTag',
        'allowRunningInsecureContent',
        'experimentalFeatures',
        'plugins',
        'spellcheck',
        'navigateOnDragDrop',
      ] as const) {
        expect(one[off] ?? false, off).toBe(false);
      }
    }
  });

  test('is held by the system’s own sandbox', async ({ kith }) => {
    test.skip(process.platform !== 'linux', 'Only Linux says of a process how it is held.');
    test.skip(
      process.env['KITH_NO_SANDBOX'] === '1',
      'This run is by somebody whom Chromium refuses a sandbox.',
    );
    const pid = await kith.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.getOSProcessId(),
    );
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    expect(status).toMatch(/^Seccomp:\t2$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  });

  test('holds nothing of Electron or Node but the bridge', async ({ kith }) => {
    const found = await kith.page.evaluate(() => ({
      leaks: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
        (name) => name in globalThis,
      ),
      bridge: Object.keys(globalThis.kith).sort(),
    }));
    expect(found).toEqual({
      leaks: [],
      bridge: [
        'desktop',
        'grantDropped',
        'journal',
        'onConnection',
        'onEvent',
        'onLocking',
        'onMenu',
        'platform',
      ],
    });
  });

  test('has a title that tells nothing, and keeps it', async ({ kith }) => {
    await kith.page.evaluate(() => {
      document.title = 'Dined with my Lord';
    });
    const title = () =>
      kith.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
    expect(await title()).toBe('Kith');
  });

  test('leaves nothing of its session on the disk', async ({ kith }) => {
    const session = await kith.app.evaluate(({ webContents }) => {
      const own = webContents.getAllWebContents()[0]?.session;
      return {
        isPersistent: own?.isPersistent(),
        storagePath: own?.storagePath ?? null,
        spelling: own?.isSpellCheckerEnabled(),
        dictionaries: own?.getSpellCheckerLanguages(),
      };
    });
    expect(session).toEqual({ isPersistent: false, storagePath: null, spelling: false, dictionaries: [] });
  });
});

test.describe('a page that was taken over', () => {
  test('runs no script but the application’s own', async ({ kith }) => {
    const ran = await kith.page.evaluate(async () => {
      const inline = document.createElement('script');
      inline.textContent = 'globalThis.ranInline = true';
      document.head.append(inline);
      // The driver's own script may do what the page may not, until it waits for something.
      await new Promise((resolve) => setTimeout(resolve));
      let evaluated = true;
      try {
        // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested.
        globalThis.eval('1');
      } catch {
        evaluated = false;
      }
      return { inline: 'ranInline' in globalThis, evaluated };
    });
    expect(ran).toEqual({ inline: false, evaluated: false });
  });

  test('reaches no address, by any way', async ({ kith }) => {
    const reached = await kith.page.evaluate(async () => {
      const picture = (src: string) =>
        new Promise<boolean>((resolve) => {
          const image = new Image();
          image.onload = () => resolve(true);
          image.onerror = () => resolve(false);
          image.src = src;
        });
      const fetched = (address: string) =>
        fetch(address).then(
          () => true,
          () => false,
        );
      return {
        https: await fetched('https://example.com/'),
        loopback: await fetched('http://127.0.0.1/'),
        file: await fetched('file:///etc/hostname'),
        own: await fetched('app://kith/index.html'),
        picture: await picture('https://example.com/a.png'),
        // Photos are drawn on a canvas, so that even pictures that are there need no leave to be loaded.
        data: await picture('data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='),
        blob: await picture(URL.createObjectURL(new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>']))),
        beacon: navigator.sendBeacon('https://example.com/', 'x') && false,
      };
    });
    expect(Object.values(reached)).toEqual(Object.values(reached).map(() => false));
  });

  test('gets no permission and no device', async ({ kith }) => {
    const refused = await kith.page.evaluate(async () => {
      const isRefused = (work: Promise<unknown>) =>
        work.then(
          () => false,
          () => true,
        );
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
      const states = await Promise.all(
        names.map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      );
      return {
        states: [...new Set(states)],
        camera: await isRefused(navigator.mediaDevices.getUserMedia({ video: true })),
        place: await isRefused(
          new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
        ),
        clipboard: await isRefused(navigator.clipboard.readText()),
      };
    });
    expect(refused).toEqual({ states: ['denied'], camera: true, place: true, clipboard: true });
  });

  test('goes nowhere and opens nothing', async ({ kith: { app, page } }) => {
    await app.evaluate(({ dialog, shell }) => {
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false });
      shell.openExternal = async () => {
        throw new Error('opened something');
      };
    });
    const before = page.url();
    for (const address of [
      'https://example.com/',
      'file:///etc/hostname',
      'app://kith/other.html',
      'data:text/html,x',
    ]) {
      await page.evaluate((to) => {
        const link = document.createElement('a');
        link.href = to;
        document.body.append(link);
        link.click();
        link.remove();
        open(to);
      }, address);
    }
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    expect(await page.evaluate(() => document.querySelectorAll('iframe').length)).toBe(0);
  });

  test('holds no other page', async ({ kith: { app, page } }) => {
    await page.evaluate(() => {
      for (const tag of ['iframe', 'webview', 'object']) {
        const element = document.createElement(tag);
        element.setAttribute('src', 'https://example.com/');
        element.setAttribute('data', 'https://example.com/');
        document.body.append(element);
      }
    });
    await page.waitForTimeout(300);
    const frames = await app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .flatMap((contents) => contents.mainFrame.framesInSubtree.map(({ origin }) => origin)),
    );
    expect(frames.filter((origin) => origin.startsWith('http'))).toEqual([]);
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });
});

test.describe('the application’s own protocol', () => {
  test('serves its list of files, each with its policy, and nothing else', async ({ kith }) => {
    const ask = (url: string, method = 'GET') =>
      kith.app.evaluate(
        async ({ session }, [address, verb]) => {
          const answer = await session.fromPartition('kith').fetch(address ?? '', { method: verb ?? '' });
          return { status: answer.status, headers: Object.fromEntries(answer.headers) };
        },
        [url, method],
      );
    const { status, headers } = await ask('app://kith/index.html');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; /);
    expect(headers['x-content-type-options']).toBe('nosniff');
    for (const [url, method] of [
      ['app://kith/'],
      ['app://kith/../main/index.js'],
      ['app://kith/%2e%2e/main/index.js'],
      ['app://kith/..%2fmain%2findex.js'],
      ['app://kith/assets/../../main/index.js'],
      ['app://kith//etc/hostname'],
      ['app://kith/package.json'],
      ['app://elsewhere/index.html'],
      ['app://kith/index.html', 'POST'],
    ] as const) {
      expect((await ask(url, method)).status, `${method ?? 'GET'} ${url}`).toBe(404);
    }
  });

  test('is the only thing that loads: files and addresses are cancelled', async ({ kith }) => {
    const loaded = await kith.app.evaluate(async ({ session }) => {
      const own = session.fromPartition('kith');
      const urls = ['https://example.com/', 'http://127.0.0.1/', 'file:///etc/hostname'];
      const answers = await Promise.allSettled(urls.map((url) => own.fetch(url)));
      return answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.status : 'cancelled'));
    });
    expect(loaded).toEqual(['cancelled', 'cancelled', 403]);
  });
});

test.describe('what a window asks of the desktop', () => {
  const ask = (page: Page, method: string, input: unknown) =>
    page.evaluate(([name, given]) => globalThis.kith.desktop(name as never, given as never), [
      method,
      input,
    ] as const);
  const refused = (kind: string) => ({ ok: false, error: { kind, message: expect.stringMatching(/\w/) } });

  test('is refused if the method is unknown or the shape wrong', async ({ kith: { page } }) => {
    for (const method of ['desktop.eval', 'constructor', '__proto__', '']) {
      expect(await ask(page, method, {})).toEqual(refused('unknownMethod'));
    }
    for (const method of [
      'desktop.chooseImport',
      'desktop.reveal',
      'desktop.openExternal',
      'desktop.setTheme',
      'desktop.setIdleLock',
      'desktop.copySecret',
    ]) {
      expect(await ask(page, method, { theme: 'blue', url: 7 })).toEqual(refused('badInput'));
    }
    expect(await ask(page, 'desktop.reveal', { grant: 'never given', name: 'x' })).toEqual(
      refused('badInput'),
    );
  });

  test('opens only https and mail addresses outside, and only after asking', async ({
    kith: { app, page },
  }) => {
    await app.evaluate(({ dialog, shell }) => {
      const seen = { asked: [] as string[], opened: [] as string[], answer: 1 };
      Object.assign(globalThis, { seen });
      dialog.showMessageBox = async (...given: unknown[]) => {
        seen.asked.push((given.at(-1) as { detail: string }).detail);
        return { response: seen.answer, checkboxChecked: false };
      };
      shell.openExternal = async (url) => void seen.opened.push(url);
    });
    const seen = () => app.evaluate(() => (globalThis as unknown as { seen: unknown }).seen);
    for (const url of [
      'http://example.com/',
      'file:///etc/hostname',
      'javascript:alert(1)',
      'app://kith/',
      'x',
      '',
    ]) {
      expect(await ask(page, 'desktop.openExternal', { url }), url).toEqual(refused('badInput'));
    }
    expect(await seen()).toMatchObject({ asked: [], opened: [] });
    await ask(page, 'desktop.openExternal', { url: 'https://example.com/a' });
    expect(await seen()).toMatchObject({ asked: ['https://example.com/a'], opened: [] });
    await app.evaluate(() => Object.assign((globalThis as unknown as { seen: object }).seen, { answer: 0 }));
    await ask(page, 'desktop.openExternal', { url: 'mailto:me@example.com' });
    expect(await seen()).toMatchObject({ opened: ['mailto:me@example.com'] });
  });

  test('is refused to any page but ours, and so is a port to the journal', async ({ kith: { app } }) => {
    const answers = await app.evaluate(async ({ BrowserWindow, app: main }) => {
      const preload = `${main.getAppPath()}/out/preload/index.cjs`;
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true, partition: 'kith' },
      });
      await stranger.loadURL('about:blank');
      const answered: unknown = await stranger.webContents.executeJavaScript(`Promise.all([
        kith.desktop('desktop.chooseExport', {}),
        Promise.race([
          kith.journal('vault.status', {}),
          new Promise((resolve) => setTimeout(() => resolve('no answer'), 500)),
        ]),
      ])`);
      stranger.destroy();
      return answered;
    });
    expect(answers).toEqual([refused('wrongSender'), 'no answer']);
  });
});

test.describe('the application', () => {
  test('has told Chromium that there is no network', async ({ kith: { app } }) => {
    const told = await app.evaluate(async ({ app: main, session, crashReporter }) => {
      const own = session.fromPartition('kith');
      return {
        resolver: main.commandLine.getSwitchValue('host-resolver-rules'),
        proxy: await own.resolveProxy('https://example.com/'),
        resolves: await own.resolveHost('localhost').then(
          () => true,
          () => false,
        ),
        background: main.commandLine.hasSwitch('disable-background-networking'),
        reports: crashReporter.getUploadedReports().length,
        disguised: main.commandLine.hasSwitch('no-sandbox'),
      };
    });
    expect(told).toEqual({
      resolver: 'MAP * ~NOTFOUND',
      proxy: 'PROXY kith.invalid:9',
      resolves: false,
      background: true,
      reports: 0,
      disguised: process.env['KITH_NO_SANDBOX'] === '1',
    });
  });

  test('has no socket to another computer', async ({ kith: { app, page } }) => {
    test.skip(process.platform !== 'linux', 'Only Linux tells whose socket is whose.');
    await page.waitForTimeout(1500);
    const pids = await app.evaluate(({ app: main }) => main.getAppMetrics().map(({ pid }) => pid));
    expect(pids.length).toBeGreaterThan(2);
    expect(outsideSockets(withDescendants(pids))).toEqual([]);
  });

  test('runs once for a data folder: a second start brings the first to the front', async ({ kith }) => {
    const second = spawn(process.env['KITH_ELECTRON'] ?? '', launchArguments(kith.dataFolder), {
      stdio: 'ignore',
    });
    const [code] = await once(second, 'exit');
    expect(code).toBe(0);
    expect(await kith.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await kith.page.evaluate(() => globalThis.kith.journal('vault.status', {}))).toMatchObject({
      ok: true,
    });
  });

  alone('keeps its own files apart from Chromium’s in the data folder', async ({ kith, dataFolder }) => {
    await kith.quit();
    expect(readdirSync(dataFolder).sort()).toEqual(['session', 'window.json']);
    expect(readFileSync(join(dataFolder, 'window.json'), 'utf8')).toContain('"theme":"system"');
  });
});
