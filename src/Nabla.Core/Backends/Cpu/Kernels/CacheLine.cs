namespace Nabla.Backends.Cpu.Kernels;

/// <summary>What the memory of all processors that matter here is divided into.</summary>
internal static class CacheLine
{
    public const int Bytes = 64;
}
