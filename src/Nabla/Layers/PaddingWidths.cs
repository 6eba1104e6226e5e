namespace Nabla;

/// <summary>Whether a padding given as numbers has one for all spatial axes of a layer, or one for each.</summary>
internal static class PaddingWidths
{
    /// <summary>The padding, if it has.</summary>
    /// <param name="layer">The kind of layer, for the message.</param>
    /// <param name="padding">The padding.</param>
    /// <param name="axes">The number of spatial axes.</param>
    /// <param name="name">The caller's parameter.</param>
    /// <exception cref="ArgumentException">It has another number of widths.</exception>
    public static Padding Checked(string layer, Padding padding, int axes, string name) =>
        padding.Kind is not PaddingKind.Explicit || padding.Before.Count == 1 || padding.Before.Count == axes
            ? padding
            : throw new ArgumentException(
                $"{layer} takes one width of padding for all axes or one for each of {axes}, but got {padding}.", name);
}
