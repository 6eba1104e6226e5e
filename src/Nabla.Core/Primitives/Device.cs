namespace Nabla;

/// <summary>A place where numbers live and are computed.</summary>
/// <param name="name">A short name, such as <c>cpu</c>.</param>
public abstract class Device(string name)
{
    private static Device? s_default;

    [ThreadStatic]
    private static Device? t_used;

    /// <summary>A short name, such as <c>cpu</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Where tensors are computed unless told otherwise.</summary>
    public static Device Default
    {
        get => t_used ?? s_default ?? throw new InvalidOperationException("No device is registered.");
        set => s_default = value;
    }

    /// <summary>Makes a device the default of this thread until the result is disposed.</summary>
    /// <example><code>
    /// using (Device.Use(ReferenceBackend.Instance))
    /// {
    ///     expected = Layer(x).ToArray();
    /// }
    /// </code></example>
    public static DeviceScope Use(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        var scope = new DeviceScope(t_used);
        t_used = device;
        return scope;
    }

    /// <summary>Ends a scope.</summary>
    internal static void Restore(Device? outer) => t_used = outer;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
