namespace Nabla.Data.Formats;

/// <summary>The checked header of a safetensors file.</summary>
/// <param name="Tensors">The tensors by name; their ranges tile the data without gap or overlap.</param>
/// <param name="Metadata">The free text of the file.</param>
internal sealed record SafetensorsHeader(
    IReadOnlyDictionary<string, SafetensorsTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The bytes before the header: its length, as a little-endian 64-bit integer.</summary>
    public const int PrefixLength = 8;

    /// <summary>The longest header that is read, the limit of the format's reference implementation.</summary>
    public const int MaximumLength = 100_000_000;

    /// <summary>The largest rank that is read.</summary>
    public const int MaximumRank = 64;

    /// <summary>The key of the free text, which no tensor may have.</summary>
    public const string MetadataKey = "__metadata__";
}
