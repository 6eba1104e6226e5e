namespace Nabla;

/// <summary>The time for which a device is the default of a thread; see <see cref="Device.Use"/>.</summary>
public readonly struct DeviceScope : IDisposable
{
    private readonly Device? _outer;

    internal DeviceScope(Device? outer) => _outer = outer;

    /// <summary>Returns to the device that was the default before.</summary>
    public void Dispose() => Device.Restore(_outer);
}
