/** What must never be asked: `PORT` stands for one on which somebody listens within. */

/** This machine, our network and nobody's, in every notation that a number can come in. */
const NUMBERS = [
  ..."127.0.0.1 127.1 127.0.1 127.0.0.1. 127.127.127.127 127.255.255.254 2130706433 017700000001 0x7f000001 0x7F.1".split(" "),
  ..."0x7f.0.0.1 0x7f.0x0.0x0.0x1 0177.0.0.1 0177.1 00000177.0.0.1 127.0.0.01 127.000.000.001 0x000000007f000001".split(" "),
  ..."%31%32%37.0.0.1 127%2e0%2e0%2e1 １２７.０.０.１ 127。0。0。1 127．0．0．1 127｡0｡0｡1 ①②⑦.⓪.⓪.① 𝟏𝟐𝟕.𝟎.𝟎.𝟏".split(" "),
  ..."0 0.0 0x0 00.0.0.0 0.0.0.0 0.1.2.3 10.0.0.1 10.1 10.255.255.255 167772161 0x0a000001 012.0.0.1".split(" "),
  ..."172.16.0.1 172.16.1 172.31.255.254 2886729729 192.168.0.1 192.168.1 192.168.255.255 3232235521 0xc0a80001".split(" "),
  ..."0300.0250.0.1 169.254.169.254 2852039166 0xa9fea9fe 0xA9.0xFE.0xA9.0xFE 0251.0376.0251.0376 169.254.43518".split(" "),
  ..."169.16689662 169.254.170.2 100.64.0.1 100.100.100.200 100.127.255.255 192.0.0.1 192.0.0.192 192.0.2.1".split(" "),
  ..."192.31.196.1 192.52.193.1 192.88.99.1 192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1".split(" "),
  ..."224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255".split(" "),
  ..."[::1] [::] [0:0:0:0:0:0:0:1] [::0001] [::127.0.0.1] [::7f00:1] [::ffff:127.0.0.1] [::ffff:7f00:1]".split(" "),
  ..."[0:0:0:0:0:ffff:127.0.0.1] [::ffff:0:127.0.0.1] [::ffff:10.0.0.1] [::ffff:169.254.169.254] [::ffff:8.8.8.8]".split(" "),
  ..."[64:ff9b::127.0.0.1] [64:ff9b::a00:1] [64:ff9b:1::a00:1] [2002:7f00:1::] [2002:a00:1::] [2001:0:7f00:1::]".split(" "),
  ..."[2001::1] [2001:2::1] [2001:10::1] [2001:20::1] [2001:db8::1] [3fff::1] [2620:4f:8000::1] [5f00::1] [100::1]".split(" "),
  ..."[fc00::1] [fd00::1] [fd00:ec2::254] [fe80::1] [febf::1] [fe80::1%25eth0] [fec0::1] [ff02::1] [ff05::1:3]".split(" "),
];

const NAMES = [
  ..."localhost localhost. LOCALHOST me.localhost ⓛⓞⓒⓐⓛⓗⓞⓢⓣ ｌｏｃａｌｈｏｓｔ local\u00adhost localhost.localdomain".split(" "),
  ..."ip6-localhost intranet printer.local printer.local. database.internal metadata.google.internal router.lan".split(" "),
  ..."nas.home host.docker.internal server.corp box.private 1.0.0.127.in-addr.arpa hidden.onion a.test a.invalid".split(" "),
  ..."a.example api.svc.cluster.local a..b .. 256.256.256.256 1.2.3.4.5 0x100000000 a.0x7f".split(" "),
];

const SPELLINGS = [
  "http://public.site.org@127.0.0.1:PORT/",
  "http://127.0.0.1:PORT@public.site.org/",
  "http://user:password@public.site.org/",
  "http://:password@public.site.org/",
  "http://@127.0.0.1:PORT/",
  "http://public.site.org%40127.0.0.1:PORT/",
  "http:\\\\127.0.0.1:PORT\\",
  "http:/\\127.0.0.1:PORT/",
  "http://public.site.org\\@127.0.0.1:PORT/",
  "http://127.0.0.1:PORT\\@public.site.org/",
  "http://127.0.0.1:PORT\\.public.site.org/",
  "//127.0.0.1:PORT/",
  "///127.0.0.1:PORT/",
  "\\\\127.0.0.1:PORT\\",
  "http:///127.0.0.1:PORT/",
  "http:////127.0.0.1:PORT/",
  "http://127.0.0.1:PORT#@public.site.org/",
  "http://127.0.0.1:PORT?@public.site.org/",
  "http://127.0.0.\t1:PORT/",
  "ht\ntp://127.0.0.1:PORT/",
  " http://127.0.0.1:PORT/ ",
  "HTTP://127.0.0.1:PORT/",
  "https://127.0.0.1:PORT/",
  "file:///etc/passwd",
  "file://127.0.0.1/etc/passwd",
  "gopher://127.0.0.1:PORT/_GET%20/",
  "ftp://127.0.0.1:PORT/",
  "dict://127.0.0.1:PORT/d",
  "ldap://127.0.0.1:PORT/",
  "tftp://127.0.0.1:PORT/x",
  "ws://127.0.0.1:PORT/",
  "wss://127.0.0.1:PORT/",
  "unix:/var/run/docker.sock",
  "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
  "jar:http://127.0.0.1:PORT!/",
  "view-source:http://127.0.0.1:PORT/",
  "blob:http://127.0.0.1:PORT/",
  "javascript:alert(1)",
  "data:text/html,hello",
  "about:blank",
  "http://",
  "http://?",
  "http://[::1",
  "http://public.site.org:99999/",
];

/** Whole addresses, each of which is refused as it is written. */
export const HOSTILE: readonly string[] = [
  ...NUMBERS.map((host) => `http://${host}:PORT/secret`),
  ...NAMES.map((host) => `http://${host}:PORT/secret`),
  ...SPELLINGS,
];

/** What a name may lead to, and must not. */
export const INNER_ADDRESSES: readonly string[] = [
  ..."127.0.0.1 127.0.0.53 0.0.0.0 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 192.0.0.192".split(" "),
  ..."192.0.2.1 192.88.99.1 198.18.0.1 224.0.0.1 240.0.0.1 255.255.255.255 ::1 :: ::127.0.0.1".split(" "),
  ..."::ffff:127.0.0.1 ::ffff:8.8.8.8 ::ffff:0:7f00:1 64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1:: 2001::1 2001:db8::1".split(" "),
  ..."3fff::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 fec0::1 ff02::1 100::1 5f00::1 127.1 0x7f000001".split(" "),
  "",
  "no address",
];
