namespace Nabla;

/// <summary>How an image of other proportions is brought to a size.</summary>
public enum ImageFit
{
    /// <summary>It is stretched.</summary>
    Stretch,

    /// <summary>It fills the size; what reaches beyond is cut off on both sides.</summary>
    Crop,

    /// <summary>It lies within the size; what is left is filled on both sides.</summary>
    Pad,
}
