namespace Nabla.Backends.Cpu.Kernels.Convolution;

/// <summary>One spatial axis of a grid of patches.</summary>
/// <param name="Source">The extent of the source.</param>
/// <param name="Grid">How many patches there are along the axis.</param>
/// <param name="Step">How far apart neighbouring patches are in the source.</param>
/// <param name="Offsets">Where each element of a patch lies, from the patch's own place.</param>
/// <param name="Taps">Which element of the kernel each of them meets.</param>
internal sealed record PatchAxis(int Source, int Grid, int Step, int[] Offsets, int[] Taps)
{
    /// <summary>An axis that is not there.</summary>
    public static PatchAxis None { get; } = new(1, 1, 1, [0], [0]);

    /// <summary>Whether the elements of a patch lie next to each other, in order.</summary>
    public bool IsDense
    {
        get
        {
            for (int i = 1; i < Offsets.Length; i++)
            {
                if (Offsets[i] != Offsets[i - 1] + 1)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
