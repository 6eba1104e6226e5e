namespace Nabla;

/// <summary>How a value between pixels is made.</summary>
public enum Interpolation
{
    /// <summary>The mean of the four pixels around, weighted by nearness.</summary>
    Bilinear,

    /// <summary>The nearest pixel; halfway, the one below and to the right.</summary>
    Nearest,
}
