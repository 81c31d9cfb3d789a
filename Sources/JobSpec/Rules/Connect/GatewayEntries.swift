import HCLParser

struct IngressListener: ValidationRule {
  static let protocols = ["tcp", "http", "http2", "grpc"]

  let facts = RuleFacts(
    "ingress-listener", .server, covers: [177, 178, 179, 180], finds: "an ingress gateway without a usable listener",
    because: "An ingress gateway needs at least one listener: a port, a protocol and the services behind it.",
    failing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"in\"\n  port = \"8080\"\n\n  connect {\n    gateway {\n      ingress {}\n    }\n  }\n}"
    ),
    passing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"in\"\n  port = \"8080\"\n\n  connect {\n    gateway {\n      ingress {\n        listener {\n          port = 8080\n          service {\n            name = \"db\"\n          }\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for ingress in checked.gateways.compactMap(\.ingress) {
      if ingress.listeners.isEmpty { report("the ingress gateway has no listener", at: ingress.headerRange) }
      for listener in ingress.listeners {
        if listener.port <= 0 {
          report(
            listener.wrote(\.port) ? "\(listener.port) is no port" : "the listener has no port",
            at: listener.range(of: \.port))
        }
        if !IngressListener.protocols.contains(listener.protocol) {
          report.unknown(
            listener.protocol, "protocol of a listener", of: IngressListener.protocols,
            at: listener.range(of: \.protocol))
        }
        if listener.services.isEmpty { report("the listener has no service behind it", at: listener.headerRange) }
      }
    }
  }
}

struct IngressService: ValidationRule {
  let facts = RuleFacts(
    "ingress-service", .server, covers: [181, 182, 183],
    finds: "a service behind an ingress listener that cannot be reached",
    because: """
      The listener chooses a service by host name, which tcp does not have: there the service is named plainly. The \
      wildcard "*" stands for all services and takes no hosts.
      """,
    failing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"in\"\n  port = \"8080\"\n\n  connect {\n    gateway {\n      ingress {\n        listener {\n          port = 8080\n          service {\n            name = \"*\"\n          }\n        }\n      }\n    }\n  }\n}"
    ),
    passing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"in\"\n  port = \"8080\"\n\n  connect {\n    gateway {\n      ingress {\n        listener {\n          port     = 8080\n          protocol = \"http\"\n          service {\n            name = \"*\"\n          }\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for listener in checked.gateways.compactMap(\.ingress).flatMap(\.listeners) {
      for service in listener.services {
        let hasHosts = !(service.hosts ?? []).isEmpty
        if service.name.isEmpty {
          report("the service behind the listener has no name", at: service.range(of: \.name))
        } else if listener.protocol == "tcp" {
          if service.name == "*" {
            report("a tcp listener cannot serve \"*\"", at: service.range(of: \.name), help: "name the service")
          }
          if hasHosts {
            report(
              "a tcp listener cannot tell hosts apart", at: service.range(of: \.hosts), help: "use protocol \"http\"")
          }
        } else if service.name == "*", hasHosts {
          report("the wildcard service \"*\" takes no hosts", at: service.range(of: \.hosts))
        }
      }
    }
  }
}

struct TerminatingService: ValidationRule {
  let facts = RuleFacts(
    "terminating-service", .server, covers: [184, 185, 186],
    finds: "a terminating gateway whose services are incomplete",
    because: """
      A terminating gateway leads to at least one named service. To speak TLS to it, it needs the CA; a client \
      certificate needs its key and a key its certificate.
      """,
    failing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"out\"\n\n  connect {\n    gateway {\n      terminating {\n        service {\n          name      = \"legacy\"\n          cert_file = \"/secrets/cert.pem\"\n        }\n      }\n    }\n  }\n}"
    ),
    passing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"out\"\n\n  connect {\n    gateway {\n      terminating {\n        service {\n          name      = \"legacy\"\n          ca_file   = \"/secrets/ca.pem\"\n          cert_file = \"/secrets/cert.pem\"\n          key_file  = \"/secrets/key.pem\"\n        }\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for terminating in checked.gateways.compactMap(\.terminating) {
      if terminating.services.isEmpty {
        report("the terminating gateway has no service", at: terminating.headerRange)
      }
      for service in terminating.services {
        if service.name.isEmpty { report("the linked service has no name", at: service.range(of: \.name)) }
        let name = service.name
        if service.caFile.isEmpty {
          if !service.certFile.isEmpty || !service.keyFile.isEmpty {
            report(
              "service \"\(name)\" has a certificate or key and no \"ca_file\"",
              at: service.range(of: service.certFile.isEmpty ? \.keyFile : \.certFile), help: "add \"ca_file\"")
          } else if !service.sni.isEmpty {
            report(
              "service \"\(name)\" has \"sni\" and no \"ca_file\"", at: service.range(of: \.sni),
              help: "add \"ca_file\"")
          }
        } else if service.certFile.isEmpty != service.keyFile.isEmpty {
          report(
            "service \"\(name)\" needs both \"cert_file\" and \"key_file\", or neither",
            at: service.range(of: service.certFile.isEmpty ? \.keyFile : \.certFile))
        }
      }
    }
  }
}
