extension RuleList {
  /// Consul's service mesh.
  static let connect: [any ValidationRule] = [
    ConnectSeveralKinds(), ConnectInTask(), ConnectWithNomadProvider(), ConnectWithoutBridge(), ConnectUppercaseName(),
    ConnectNativeTask(), ConnectNativeMissingPort(), UpstreamDuplicateBind(), UpstreamUnknownGatewayMode(),
    CheckTCPInMesh(), CheckExpose(), CheckExposeType(), GatewayNetwork(), GatewayKind(), GatewayProxy(),
    GatewayMeshPort(), IngressListener(), IngressService(), TerminatingService(), ProxyTaskMalformed(),
    TransparentProxy(),
  ]
}
