extension RuleList {
  /// Volumes, mounts, plugins.
  static let storage: [any ValidationRule] = [
    VolumeUnknownType(), VolumeMissingSource(), VolumePerAllocation(), VolumeHostFields(), VolumeCSIFields(),
    VolumeSeveralWriters(), MountUnknownVolume(), MountUnknownPropagation(), CSIPluginMalformed(),
    CSIPluginPublishDirectory(),
  ]
}
