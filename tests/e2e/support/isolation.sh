# Runs a command on a network of its own, on which every packet is written down.
#
#   unshare … --net --mount sh isolation.sh FOLDER COMMAND…
#
# The network has a way out: an address and a route of both kinds, and a name server. It leads to the other end of a
# cable where nobody answers, so whatever is sent is really sent. FOLDER gets `packets.txt`. The command has none of
# the rights that it takes to build this.
set -e
folder=$1
shift

ip link set lo up
ip link add near type veth peer name far
# Else the system itself would look for neighbours and routers.
ip link set near addrgenmode none
ip link set far addrgenmode none
ip link set near up
ip link set far up
ip address add 192.0.2.2/32 dev near
ip route add 192.0.2.1 dev near
ip route add default via 192.0.2.1
ip neighbour add 192.0.2.1 lladdr 02:00:00:00:00:01 dev near nud permanent
if [ -d /proc/sys/net/ipv6 ]; then
  ip address add 2001:db8::2/128 dev near nodad
  ip -6 route add 2001:db8::1 dev near
  ip -6 route add default via 2001:db8::1 dev near
  ip neighbour add 2001:db8::1 lladdr 02:00:00:00:00:01 dev near nud permanent
fi

# Names are asked for on this network, not of a service of the system that asks on another.
printf 'nameserver 192.0.2.1\noptions timeout:1 attempts:1\n' > "$folder/resolv.conf"
printf 'hosts: files dns\n' > "$folder/nsswitch.conf"
for file in resolv.conf nsswitch.conf; do
  if [ -e "/etc/$file" ]; then mount --bind "$folder/$file" "/etc/$file"; fi
done
if [ -d /run/nscd ]; then mount -t tmpfs none /run/nscd; fi

# By now the system has told the cable of its new address.
sleep 3
tcpdump -i any -n -s 200 -B 16384 -U --immediate-mode -Z root -w "$folder/packets.pcap" 2> "$folder/tcpdump.log" &
listener=$!
for moment in $(seq 100); do
  if grep -q 'listening on' "$folder/tcpdump.log"; then break; fi
  sleep 0.1
done

code=0
setpriv --ambient-caps -all --inh-caps -all "$@" || code=$?
sleep 1
kill -INT "$listener"
wait "$listener"
# Here the interfaces have their names still.
tcpdump -n -tt -r "$folder/packets.pcap" > "$folder/packets.txt" 2> "$folder/reading.log"
exit "$code"
