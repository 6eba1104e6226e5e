namespace Nabla.Backends.Cpu.Programs;

/// <summary>Makes the numbers of a generator where a fused program wants them.</summary>
internal abstract unsafe class TileGenerator
{
    /// <summary>Writes the elements at consecutive row-major positions.</summary>
    /// <param name="counter">The generator's counter.</param>
    /// <param name="start">The position of the first element.</param>
    /// <param name="destination">Where they go, elements of the generator's type.</param>
    /// <param name="count">How many.</param>
    public abstract void Fill(long counter, long start, byte* destination, int count);
}
