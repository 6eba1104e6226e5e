namespace Nabla;

/// <summary>A place where numbers live and are computed.</summary>
/// <param name="name">A short name, such as <c>cpu</c>.</param>
public abstract class Device(string name)
{
    private static Device? s_default;

    /// <summary>A short name, such as <c>cpu</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Where tensors are computed unless told otherwise.</summary>
    public static Device Default
    {
        get => s_default ?? throw new InvalidOperationException("No device is registered.");
        set => s_default = value;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
