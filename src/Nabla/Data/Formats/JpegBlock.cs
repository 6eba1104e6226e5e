using System.Runtime.CompilerServices;

namespace Nabla.Data.Formats;

/// <summary>The coefficients of a block on the stack.</summary>
[InlineArray(JpegComponent.BlockLength)]
internal struct JpegBlock
{
#pragma warning disable IDE0044, IDE0051, S1144 // The element of an inline array is neither read nor written by name.
    private int _first;
#pragma warning restore IDE0044, IDE0051, S1144
}
