// Loaded into the API when a command started it: the channel closes when that command dies, even by `kill -9`, and the API
// then ends in order instead of holding the port. Without a channel (a container, a service) this does nothing.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
