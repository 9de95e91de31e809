//! Addresses that must not be called, wherever a name or a URL points.
//!
//! An allowed upstream is named by an operator, but a name can be made to resolve to anything.
//! Private and loopback addresses are where upstreams live; link-local and metadata addresses hand
//! out the credentials of the machine itself, and no upstream lives there.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Metadata and wire-server addresses of the large clouds that are not link-local: Alibaba, Oracle,
/// Azure.
const METADATA_V4: [Ipv4Addr; 3] = [
    Ipv4Addr::new(100, 100, 100, 200),
    Ipv4Addr::new(192, 0, 0, 192),
    Ipv4Addr::new(168, 63, 129, 16),
];

/// Which addresses may be called.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AddressPolicy {
    pub(crate) allow_link_local: bool,
}

impl AddressPolicy {
    pub(crate) fn allows(self, address: IpAddr) -> bool {
        let address = carried(address);
        !is_unusable(address) && (self.allow_link_local || !is_link_local_or_metadata(address))
    }
}

/// The IPv4 address that an IPv6 address stands for (mapped, compatible, translated, NAT64, 6to4),
/// or the address itself.
fn carried(address: IpAddr) -> IpAddr {
    let IpAddr::V6(v6) = address else { return address };
    let v4 = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        IpAddr::V4(Ipv4Addr::new(a, b, c, d))
    };
    match v6.segments() {
        // `::` and `::1` stand for themselves.
        [0, 0, 0, 0, 0, 0, 0, 0 | 1] => address,
        [0, 0, 0, 0, 0, 0 | 0xffff, high, low]
        // IPv4-translated, of RFC 2765: `::ffff:0:a.b.c.d`.
        | [0, 0, 0, 0, 0xffff, 0, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low]
        | [0x2002, high, low, ..] => v4(high, low),
        _ => address,
    }
}

/// Not a single host: unspecified, multicast, broadcast, reserved.
fn is_unusable(address: IpAddr) -> bool {
    match address {
        // 0.0.0.0/8, 224.0.0.0/4 and 240.0.0.0/4, which holds the broadcast address.
        IpAddr::V4(v4) => matches!(v4.octets()[0], 0 | 224..),
        IpAddr::V6(v6) => v6.is_unspecified() || v6.is_multicast(),
    }
}

fn is_link_local_or_metadata(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => v4.is_link_local() || METADATA_V4.contains(&v4),
        IpAddr::V6(v6) => v6.is_unicast_link_local() || is_metadata_v6(v6),
    }
}

/// Metadata addresses of the clouds, as their documentation and cloud-init's data sources have
/// them; and 64:ff9b:1::/48, where a network may place IPv4 addresses as it likes (RFC 8215).
fn is_metadata_v6(v6: Ipv6Addr) -> bool {
    matches!(
        v6.segments(),
        // Amazon: fd00:ec2::254, and others below.
        [0xfd00, 0xec2, ..]
            // Google: fd20:ce::254.
            | [0xfd20, 0xce, 0, 0, 0, 0, 0, 0x254]
            // Scaleway: fd00:42::42.
            | [0xfd00, 0x42, 0, 0, 0, 0, 0, 0x42]
            // Oracle: fd00:c1::a9fe:a9fe.
            | [0xfd00, 0xc1, 0, 0, 0, 0, 0xa9fe, 0xa9fe]
            // Akamai: fd00:a9fe:a9fe::1.
            | [0xfd00, 0xa9fe, 0xa9fe, 0, 0, 0, 0, 1]
            // Alibaba: fd00:100::100:200.
            | [0xfd00, 0x100, 0, 0, 0, 0, 0x100, 0x200]
            | [0x64, 0xff9b, 1, ..]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: AddressPolicy = AddressPolicy { allow_link_local: false };
    const LINK_LOCAL: AddressPolicy = AddressPolicy { allow_link_local: true };

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn upstreams_may_be_public_private_or_local() {
        for good in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "203.0.113.7",
            "::1",
            "fd12:3456::1",
            "2001:db8::1",
            "::ffff:10.0.0.1",
            "::ffff:0:10.0.0.1",
            "fd00:42::43",
            "169.253.255.255",
            "169.255.0.0",
        ] {
            assert!(STRICT.allows(ip(good)), "{good}");
        }
    }

    #[test]
    fn link_local_and_metadata_addresses_need_leave_in_every_disguise() {
        for bad in [
            "169.254.169.254",
            "169.254.0.0",
            "169.254.255.255",
            "100.100.100.200",
            "192.0.0.192",
            "168.63.129.16",
            "fe80::1",
            "febf:ffff::1",
            "fd00:ec2::254",
            "fd00:ec2::23",
            "fd20:ce::254",
            "::ffff:169.254.169.254",
            "::169.254.169.254",
            "64:ff9b::169.254.169.254",
            "2002:a9fe:a9fe::1",
            "::ffff:100.100.100.200",
            "::ffff:0:169.254.169.254",
            "64:ff9b:1::169.254.169.254",
            "64:ff9b:1:a9fe:a9:fe00::",
            "fd00:42::42",
            "fd00:c1::a9fe:a9fe",
            "fd00:a9fe:a9fe::1",
            "fd00:100::100:200",
        ] {
            assert!(!STRICT.allows(ip(bad)), "{bad}");
            assert!(LINK_LOCAL.allows(ip(bad)), "{bad}");
        }
    }

    #[test]
    fn what_is_no_host_is_never_called() {
        for bad in [
            "0.0.0.0",
            "0.1.2.3",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "ff02::1",
            "::ffff:0.0.0.0",
            "::ffff:224.0.0.1",
            "::ffff:0:224.0.0.1",
            "64:ff9b::255.255.255.255",
        ] {
            assert!(!STRICT.allows(ip(bad)) && !LINK_LOCAL.allows(ip(bad)), "{bad}");
        }
    }
}
