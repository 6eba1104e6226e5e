using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Nabla.Backends.Cpu.Kernels.Contraction;

/// <summary>
/// What the next block of a depth is made of, fetched a few lines at a time while the last one is multiplied.
/// </summary>
/// <remarks>
/// Packing does nothing but wait where a matrix comes from memory: kernel gradients of 1×1 convolutions spent 30 to 60%
/// of their time there, and spend half of that when the lines are on their way already.
/// </remarks>
internal unsafe struct FetchAhead
{
    private byte* _left;
    private byte* _right;
    private readonly nint _leftStride;
    private readonly nint _rightStride;
    private readonly int _leftBytes;
    private readonly int _rightBytes;
    private readonly nint _depthsOfTile;
    private nint _depths;

    /// <summary>Describes a block.</summary>
    /// <param name="left">Its first element of A.</param>
    /// <param name="leftStride">Bytes from depth to depth in A.</param>
    /// <param name="leftBytes">Bytes of A at each depth.</param>
    /// <param name="right">Its first element of B.</param>
    /// <param name="rightStride">Bytes from depth to depth in B.</param>
    /// <param name="rightBytes">Bytes of B at each depth.</param>
    /// <param name="depths">The number of depths; zero or less where there is no next block.</param>
    /// <param name="tiles">The number of tiles to be multiplied meanwhile.</param>
    public FetchAhead(
        void* left, nint leftStride, int leftBytes, void* right, nint rightStride, int rightBytes, nint depths,
        int tiles)
    {
        _left = (byte*)left;
        _right = (byte*)right;
        (_leftStride, _leftBytes, _rightStride, _rightBytes) = (leftStride, leftBytes, rightStride, rightBytes);
        _depths = depths;
        _depthsOfTile = (nint)Rounding.DivideUp(depths, Math.Max(tiles, 1));
    }

    /// <summary>Fetches the share of one tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Next()
    {
        if (_depths > 0 && Sse.IsSupported)
        {
            Fetch();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fetch()
    {
        for (nint depth = nint.Min(_depthsOfTile, _depths); depth > 0; depth--)
        {
            for (int at = 0; at < _leftBytes; at += CacheLine.Bytes)
            {
                Sse.Prefetch1(_left + at);
            }

            for (int at = 0; at < _rightBytes; at += CacheLine.Bytes)
            {
                Sse.Prefetch1(_right + at);
            }

            _left += _leftStride;
            _right += _rightStride;
        }

        _depths -= _depthsOfTile;
    }
}
