/** Daemons of a mail log, and of a log that holds more than mail, none of which says anything about SPF. */
const NAMES = new Set(
  `dovecot dovecot-lda deliver imap imapd imaps imap-login pop3 pop3d pop3s pop3-login ipop3d ipop2d qpopper popper
  managesieve-login sieve cyrus lmtpd lmtpunix master ctl_cyrusdb ctl_mboxlist squatter idled notifyd cyr_expire
  spamd spamc spamass-milter spampd bogofilter dspam clamd clamav clamav-milter clamsmtpd freshclam amavis amavisd
  amavisd-new MailScanner mimedefang mimedefang-multiplexor mimedefang.pl vade
  opendkim openarc dkim-filter dk-filter dkim-milter dkimproxy.in dkimproxy.out opendmarc-import
  postgrey gld sqlgrey postfwd p0f-analyzer saslauthd saslpasswd2 authdaemond courierd
  fetchmail getmail mailman mailgraph mailgraph.pl queuegraph pflogsumm logwatch vacation mail.local lmtp.local comsat
  in.comsat biff mailq makemap newaliases
  sshd sshd-session sftp-server su sudo login sudo-rs passwd useradd usermod userdel groupadd chpasswd polkitd
  systemd systemd-logind systemd-journald systemd-resolved systemd-networkd systemd-timesyncd systemd-udevd
  systemd-tmpfiles init upstart dbus-daemon dbus-broker NetworkManager dhclient dhcpcd avahi-daemon
  cron CRON crond crontab anacron atd run-parts kernel vmunix rsyslogd rsyslog rsyslogd-2007 syslogd syslog-ng syslog
  klogd journal logrotate newsyslog logger auditd irqbalance smartd snmpd snmptrapd xinetd inetd tcpd
  ntpd ntpdate chronyd named unbound dnsmasq nscd nslcd sssd httpd apache2 nginx php php-fpm mysqld mariadbd postgres
  fail2ban fail2ban-server fail2ban.filter fail2ban.actions fail2ban.jail fail2ban.server fail2ban-client
  fail2ban.observer fail2ban.database certbot`
    .split(/\s+/)
    .map((name) => name.toLowerCase()),
);
const FAMILIES = [
  "dovecot/",
  "cyrus/",
  "courier",
  "imapd-",
  "pop3d-",
  "systemd-",
  "amavis/",
  "mailman/",
  "fail2ban",
];

/** Whether lines of that syslog tag are known to say nothing of SPF; `(name)` is how services start. */
export function isIgnoredProgram(program: string): boolean {
  const name = program.replace(/^\((.*)\)$/, "$1").toLowerCase();
  return NAMES.has(name) || FAMILIES.some((family) => name.startsWith(family));
}
