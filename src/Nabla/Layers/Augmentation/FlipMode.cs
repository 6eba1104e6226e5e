namespace Nabla;

/// <summary>In which directions images are mirrored.</summary>
public enum FlipMode
{
    /// <summary>Both, each on its own.</summary>
    HorizontalAndVertical,

    /// <summary>Left and right change places.</summary>
    Horizontal,

    /// <summary>Top and bottom change places.</summary>
    Vertical,
}
